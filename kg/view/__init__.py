"""The network page: one HTML file that shows every claim with its words, offline and without a request."""
