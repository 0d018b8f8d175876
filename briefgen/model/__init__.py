"""What passes between the steps: frozen values without behaviour of their own."""
