package memory_test

import (
	"testing"

	"informed/internal/store"
	"informed/internal/store/memory"
	"informed/internal/store/storetest"
)

func TestContract(t *testing.T) {
	storetest.Run(t, func(*testing.T) store.Store { return memory.New() })
}
