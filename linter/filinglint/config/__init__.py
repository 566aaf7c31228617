"""The configuration: TOML becomes checked, frozen settings, for each input its own."""
