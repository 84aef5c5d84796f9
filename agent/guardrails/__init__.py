"""What a model may say, and what of the records it may read: filters on the way to the customer and to the
model."""
