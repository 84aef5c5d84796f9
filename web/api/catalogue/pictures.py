"""Where programs find the pictures of a business."""

from booking_core.pictures.picture import picture_path


def url_of(public_url: str, organization_id: str, picture: str | None) -> str | None:
    """The address of a picture (WebP), the same as long as it shows the same; None for none."""
    path = picture_path(organization_id, picture)
    return f"{public_url}{path}" if path else None
