# Listas de personas en un documento, por cuántas filas y líneas con nombres tiene: ningún nombre es nunca un dato.

people-left-out = contiene { $count ->
    [one] una fila o línea con el nombre de una persona
   *[other] { $count } filas o líneas con nombres de personas
}, como las tiene una lista de asistencia o de alumnos; { $count ->
    [one] el nombre no se lee ni se cita
   *[other] los nombres no se leen ni se citan
} nunca.
