package revision

func spanish() *lexicon {
	return &lexicon{
		numbers: table(`0: cero
			1: uno
			2: dos, ambos, ambas
			3: tres
			4: cuatro
			5: cinco
			6: seis
			7: siete
			8: ocho
			9: nueve
			10: diez
			11: once
			12: doce, docena
			13: trece
			14: catorce
			15: quince
			20: veinte
			30: treinta
			40: cuarenta
			50: cincuenta
			60: sesenta
			70: setenta
			80: ochenta
			90: noventa
			100: cien, ciento, cientos
			1000: mil, miles
			1000000: millón, millones
			1st: primero, primera, primer
			2nd: segundo, segunda
			3rd: tercero, tercera, tercer
			1/2: medio, media, mitad
			1/4: cuarto
			twice: doble
			thrice: triple
			%: %, porcentaje
			daily: diario, diaria, diariamente
			weekly: semanal
			monthly: mensual
			yearly: anual`),
		units: table(`year: año, años
			month: mes, meses
			week: semana, semanas
			day: día, días
			hour: hora, horas
			minute: minuto, minutos`),
		measures: table(`times: vez, veces
			mg: mg, miligramo, miligramos
			g: g, gramo, gramos
			kg: kg, kilo, kilos
			ml: ml, mililitro, mililitros
			l: l, litro, litros
			dollar: dólar, dólares
			euro: euro, euros`),
		bounds: table(`more: más
			fewer: menos
			most: máximo
			least: mínimo
			to: hasta
			about: aproximadamente, unos, unas
			nearly: casi
			only: solo, sólo, solamente
			before: antes
			after: después, desde`),
		links: table(`link: de, del, que, o, a, por, cada, los, las`),
		negations: table(`not: no
			never: nunca, jamás
			without: sin
			nobody: nadie
			nothing: nada
			none: ninguno, ninguna, ningún
			nor: ni
			neither: tampoco
			except: excepto, salvo
			unless: menos`),
		degrees: table(`all: todo, toda, todos, todas, siempre
			most: mayoría, generalmente
			many: mucho, mucha, muchos, muchas, frecuente
			some: alguno, algún, alguna, algunos, algunas, varios, varias
			few: poco, poca, pocos, pocas, raro, rara
			may: puede, pueden, podría, podrían, posible, posiblemente, quizá, quizás
			will: debe, deben, seguro, seguramente
			should: debería, deberían`),
		pairs:    table("%: por ciento"),
		opposite: []string{"in", "im", "ir", "des"},
	}
}
