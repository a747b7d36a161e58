# What people see of a chat assistant.

review-proposed = A chat assistant proposed (it is counted nowhere): { $answer }
