"""What a business brings along from another program: services, customers and appointments to come, line by
line, with a report of every line that is refused."""
