"""Form CRS, the client relationship summary: how it is told, what is read of it, what is asked of it."""
