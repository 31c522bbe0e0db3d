"""Tables out of the model, and ways to show them."""
