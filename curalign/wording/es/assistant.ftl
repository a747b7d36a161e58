# Lo que se ve de un asistente de chat.

review-proposed = Un asistente de chat propuso (no cuenta en ninguna parte): { $answer }
