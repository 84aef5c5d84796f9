"""What the page looks like: its template and colours (``drawing``), what it shows (``shown``), and what it
says where it cannot (``refused``)."""
