"""What the API says of itself: operations, error codes, the OpenAPI document and its page."""
