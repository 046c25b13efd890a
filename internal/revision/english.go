package revision

func english() *lexicon {
	return &lexicon{
		numbers: table(`0: zero
			1: one
			2: two, both
			3: three
			4: four
			5: five
			6: six
			7: seven
			8: eight
			9: nine
			10: ten
			11: eleven
			12: twelve, dozen
			13: thirteen
			14: fourteen
			15: fifteen
			16: sixteen
			17: seventeen
			18: eighteen
			19: nineteen
			20: twenty
			30: thirty
			40: forty
			50: fifty
			60: sixty
			70: seventy
			80: eighty
			90: ninety
			100: hundred, hundreds
			1000: thousand, thousands
			1000000: million, millions
			1000000000: billion, billions
			1st: first
			2nd: second
			3rd: third
			4th: fourth
			5th: fifth
			thirds: thirds
			1/2: half, halves
			1/4: quarter, quarters
			once: once
			twice: twice, double, doubled, doubles
			thrice: thrice, triple, tripled, triples
			%: %, percent, percentage
			daily: daily
			weekly: weekly
			monthly: monthly
			yearly: yearly, annual, annually`),
		units: table(`year: year, years
			month: month, months
			week: week, weeks
			day: day, days
			hour: hour, hours
			minute: minute, minutes`),
		measures: table(`second: seconds
			times: time, times
			mcg: mcg, microgram, micrograms
			mg: mg, milligram, milligrams
			g: g, gram, grams
			kg: kg, kilogram, kilograms
			ml: ml, millilitre, millilitres, milliliter, milliliters
			l: l, litre, litres, liter, liters
			mm: mm
			cm: cm
			m: m, metre, metres, meter, meters
			dollar: dollar, dollars
			euro: euro, euros
			pound: pound, pounds`),
		bounds: table(`more: more, over, above
			fewer: less, fewer, under, below
			least: least, minimum
			most: most, maximum
			to: up
			about: about, around, roughly, approximately
			nearly: nearly, almost
			exactly: exactly
			only: only
			within: within
			before: before, until
			after: after, since`),
		links: table(`link: than, to, of, or, a, an, the, at, per, every, each`),
		negations: table(`not: not, dont, doesnt, didnt, isnt, arent
			no: no
			never: never
			without: without
			none: none
			nobody: nobody
			nothing: nothing
			nowhere: nowhere
			neither: neither
			nor: nor
			non: non
			unless: unless
			except: except
			hardly: hardly, barely, scarcely
			lack: lack, lacks, lacking`),
		degrees: table(`all: all, every, each, always, everyone, everybody, everything
			most: most, mostly, usually, generally
			many: many, often, frequently, common, commonly
			some: some, sometimes, several, occasionally
			few: few, rare, rarely, seldom, uncommon
			may: may, might, could, can, possible, possibly, perhaps, maybe
			will: will, must, shall, certain, certainly, definitely, surely, guaranteed
			should: should, ought`),
		pairs:     table("nobody: no one\n%: per cent"),
		endings:   table("not: n't\nwill: 'll"),
		odd:       table("can not: can't, cannot, cant\nwill not: won't\nshall not: shan't\nis not: ain't"),
		opposite:  []string{"un", "in", "im", "il", "ir", "dis", "non"},
		less:      "less",
		full:      "ful",
		thousands: ",",
	}
}
