# Files that hold the documents of a district only in the way of another program, or only say where they are.

outlook-message = is a message of Outlook, which only Outlook reads; save it from there as pdf, and what is attached to it beside it.
mailbox = is a whole mailbox; save the messages that matter as .eml or pdf.
desktop-shortcut = is only a shortcut to a file somewhere else; put that file itself into this folder.
