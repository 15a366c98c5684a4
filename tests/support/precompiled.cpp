// Carries the headers that tests precompile; has nothing of its own.
