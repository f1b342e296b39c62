"""What happens, in English."""
