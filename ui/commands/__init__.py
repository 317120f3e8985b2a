"""The subcommands of `rag`, one a file. What is heavy is imported when one runs: `--help` comes at once."""
