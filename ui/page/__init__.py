"""The parts of the chat page: words, passages in context, the list of documents, the page's style and script."""
