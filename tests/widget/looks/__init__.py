"""What the chat looks like: like its page, and in every state it has."""
