"""What customers get outside the chat: links, and the pages behind them."""
