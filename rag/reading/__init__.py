"""From a question and the passages found for it to evidence: which sentences answer it, and whether any does."""
