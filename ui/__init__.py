"""Every way people meet it: the command line, the chat page, the notebook."""
