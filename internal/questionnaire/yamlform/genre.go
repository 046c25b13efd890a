package yamlform

import (
	"strconv"

	"informed/internal/questionnaire"
	"informed/internal/region"
)

// genre is a sort of file, as far as the messages tell them apart.
type genre struct {
	format  string // the only value of the format key
	noun    string
	most    int    // bytes
	smaller string // the hint where a file has more
}

func questionnaireFile() genre {
	return genre{questionnaire.Format, "questionnaire", questionnaire.MaxBytes, "split it into several questionnaires"}
}

func regionFile() genre {
	return genre{region.Format, "region", region.MaxBytes, "make the texts shorter"}
}

// size names a number of bytes that is a whole number of KiB.
func size(bytes int) string {
	if bytes < 1<<20 {
		return strconv.Itoa(bytes>>10) + " KiB"
	}
	return strconv.Itoa(bytes>>20) + " MiB"
}
