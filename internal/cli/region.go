package cli

import (
	"fmt"

	"informed/internal/app"
	"informed/internal/region"
)

// region reads the region that is set, and gives nil where none is.
func (s System) region(places sources) (*region.Region, error) {
	name, from := places.pick("region")
	if name == "" {
		return nil, nil
	}
	r, found, err := app.LoadRegion(name)
	if err != nil {
		return nil, usage(fmt.Errorf("%s: %w", from, err), hinted(err))
	}
	if r == nil {
		tell(s.Err, found)
		return nil, usage(fmt.Errorf("%s: the region file %s has errors", from, name), "mend them, or choose another region")
	}
	return r, nil
}
