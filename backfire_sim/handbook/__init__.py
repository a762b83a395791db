"""What there is to learn, with its sources: the model, principles, tactics, methods, mistakes, evidence, words."""
