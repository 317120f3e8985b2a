"""Assistants that can be measured: this project's, and any other behind the same small protocol."""
