// This target gets its content soon.
