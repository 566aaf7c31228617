"""Documents become facts: one module a subject, each value with its place."""
