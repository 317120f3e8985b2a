"""Numbered evidence to draft sentences by a language model, and its reply parsed."""
