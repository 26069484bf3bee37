"""Every word of ours that a person sees, in Indonesian and English."""
