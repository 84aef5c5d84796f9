"""What a front desk knows and does: availability, holds, appointments. Knows no web framework and no
model."""
