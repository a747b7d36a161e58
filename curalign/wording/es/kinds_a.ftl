outlook-message = es un mensaje de Outlook, que solo Outlook lee; guárdelo desde allí como pdf, y junto a él lo que lleva adjunto.
mailbox = es un buzón entero; guarde los mensajes que importan como .eml o pdf.
desktop-shortcut = es solo un acceso directo a un archivo que está en otro lugar; ponga ese archivo mismo en esta carpeta.
