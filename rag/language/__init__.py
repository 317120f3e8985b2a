"""The words of English, and how a text is read with them; nothing here knows of questions, answers or citations."""
