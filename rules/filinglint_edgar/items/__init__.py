"""Rules about items: header against body, numbers, captions, order."""
