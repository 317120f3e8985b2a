"""Is a sentence borne out by the text that it cites? Structure first, then the guards, then a support model."""
