package text

import "strings"

// Icons is a drawing of people in rows, those to whom something happened first.
type Icons struct {
	Rows        []string
	Per         int    // how many people each mark stands for
	Did, DidNot string // the two marks
}

// IconArray draws count of so many people as marks, in rows of at most width cells. The two marks differ in shape, and in
// colour not at all; ascii takes them from ASCII. Above 100 people a mark stands for several where that comes out even for
// both numbers, and Per says for how many: 30 of 1000 is drawn as 3 of 100, and 3 of 1000 in full. Numbers that do not make
// sense draw nothing.
func IconArray(of, count, width int, ascii bool) Icons {
	if of < 1 || count < 0 || count > of {
		return Icons{}
	}
	icons := Icons{Per: per(of, count), Did: "■", DidNot: "○"}
	if ascii {
		icons.Did, icons.DidNot = "#", "."
	}
	of, count = of/icons.Per, count/icons.Per
	row, gap := rowLength(of, width)
	for from := 0; from < of; from += row {
		icons.Rows = append(icons.Rows, icons.row(from, min(from+row, of), count, gap))
	}
	return icons
}

const fullPicture = 100

// per is the smallest number of people for a mark that leaves at most 100 marks and no fraction of one, or 1.
func per(of, count int) int {
	for people := 1; people <= of; people++ {
		if of/people <= fullPicture && of%people == 0 && count%people == 0 {
			return people
		}
	}
	return 1
}

// rowLength is the number of marks in a row, and after how many of them a space helps the eye to count: rows of 10 with a
// space after each mark, longer ones with a space after each ten.
func rowLength(of, width int) (row, gap int) {
	switch {
	case of > fullPicture && width >= 54:
		return 50, 10
	case of > fullPicture && width >= 21:
		return 20, 10
	case width >= 19:
		return 10, 1
	case width >= 10:
		return 10, 10
	case width >= 5:
		return 5, 5
	}
	return 1, 1
}

func (i Icons) row(from, to, count, gap int) string {
	var row strings.Builder
	for person := from; person < to; person++ {
		if person > from && (person-from)%gap == 0 {
			row.WriteByte(' ')
		}
		if person < count {
			row.WriteString(i.Did)
		} else {
			row.WriteString(i.DidNot)
		}
	}
	return row.String()
}
