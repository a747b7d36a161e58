# Lo que `train judge` dice del juez que ajusta.

judge-start = Parte del juez { $judge }, que aprendió de miles de lecciones: cuantas menos etiquetas dé usted, menos se mueve.
judge-curves = La probabilidad de que un estándar se enseñe la dicen las curvas del juez { $judge }, tomadas tal como están: sus etiquetas dicen qué pasaje trata de un estándar, no qué deja fuera todo un distrito.
