"""Text to passages, passages to vectors and keywords, and the search over both."""
