"""The way from a question to an answer: evidence is cited, put together or written up, checked, and traced."""
