"""Which rules run, and what becomes of what they find."""
