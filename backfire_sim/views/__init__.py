"""What a person is shown, as plain values."""
