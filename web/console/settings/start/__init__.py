"""First run: what is still to be done before customers can book, services by trade to begin with, and a test
booking in the real chat."""
