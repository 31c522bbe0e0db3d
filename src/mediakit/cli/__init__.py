"""Words typed, one workflow, words printed."""
