// Go's own transparency log (golang.org/x/mod/sumdb) as a second opinion.
//
//	check DIR SIZE...   reads our log in DIR and says what Go finds in it
//	make DIR SIZE...    makes a log in DIR for us to check
//
// The last SIZE is the size of the log; each one before it is an older tree whose consistency is proved.
package main

import (
	"bytes"
	"encoding/base64"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"math/rand"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

// Proofs is what both sides write for the other: proofs[index] and trees[size].
type Proofs struct {
	Key      string              `json:"key"`
	Roots    map[string]string   `json:"roots"`
	Includes map[string][]string `json:"includes"`
	Grows    map[string][]string `json:"grows"`
}

// Checkpoint is the text of a signed checkpoint, taken apart.
type Checkpoint struct {
	Origin string
	tlog.Tree
}

func main() {
	directory, sizes := os.Args[2], os.Args[3:]
	var older []int64
	for _, size := range sizes {
		older = append(older, number(size))
	}
	if os.Args[1] == "make" {
		makeLog(directory, older)
	} else {
		checkLog(directory, older)
	}
}

func checkLog(directory string, sizes []int64) {
	var ours Proofs
	must(json.Unmarshal(read(directory, "proofs.json"), &ours))
	checkpoint := openCheckpoint(read(directory, "checkpoint"), ours.Key)
	size := checkpoint.N
	hashes := tlog.TileHashReader(checkpoint.Tree, &tiles{directory})

	for index, proof := range ours.Includes {
		n := number(index)
		leaf := storedHash(hashes, n)
		if leaf != tlog.RecordHash(entry(directory, n, size)) {
			fail("the entry %d is not that of its tile", n)
		}
		must(tlog.CheckRecord(decode(proof), size, checkpoint.Hash, n, leaf))
		goProof, err := tlog.ProveRecord(size, n, hashes)
		must(err)
		same(goProof, decode(proof), "inclusion of %d", n)
	}
	for _, old := range sizes[:len(sizes)-1] {
		root, err := tlog.TreeHash(old, hashes)
		must(err)
		if root != decode([]string{ours.Roots[fmt.Sprint(old)]})[0] {
			fail("the root of the first %d differs", old)
		}
		proof := decode(ours.Grows[fmt.Sprint(old)])
		must(tlog.CheckTree(proof, size, checkpoint.Hash, old, root))
		goProof, err := tlog.ProveTree(size, old, hashes)
		must(err)
		same(goProof, proof, "consistency of %d", old)
	}
	fmt.Printf("%s %d %d %d\n", checkpoint.Origin, size, len(ours.Includes), len(sizes)-1)
}

func makeLog(directory string, sizes []int64) {
	size := sizes[len(sizes)-1]
	// The key and the entries are the same in every run.
	secret, public, err := note.GenerateKey(rand.New(rand.NewSource(1)), "go.example/log")
	must(err)
	var stored []tlog.Hash
	reader := tlog.HashReaderFunc(func(indexes []int64) ([]tlog.Hash, error) {
		var found []tlog.Hash
		for _, index := range indexes {
			found = append(found, stored[index])
		}
		return found, nil
	})
	var bundle bytes.Buffer
	for n := int64(0); n < size; n++ {
		data := []byte(fmt.Sprintf("entry %d of a log that Go made", n))
		hashes, err := tlog.StoredHashes(n, data, reader)
		must(err)
		stored = append(stored, hashes...)
		must(binary.Write(&bundle, binary.BigEndian, uint16(len(data))))
		bundle.Write(data)
		if n%256 == 255 || n == size-1 {
			tile := tlog.Tile{H: 8, L: 0, N: n / 256, W: int(n%256) + 1}
			write(directory, strings.Replace(mapped(tile), "tile/0/", "tile/entries/", 1), bundle.Bytes())
			bundle.Reset()
		}
	}
	for _, tile := range tlog.NewTiles(8, 0, size) {
		data, err := tlog.ReadTileData(tile, reader)
		must(err)
		write(directory, mapped(tile), data)
	}
	proofs := Proofs{Key: public, Roots: map[string]string{}, Includes: map[string][]string{}, Grows: map[string][]string{}}
	for _, old := range sizes {
		root, err := tlog.TreeHash(old, reader)
		must(err)
		proofs.Roots[fmt.Sprint(old)] = root.String()
		proof, err := tlog.ProveTree(size, old, reader)
		must(err)
		proofs.Grows[fmt.Sprint(old)] = encode(proof)
		inclusion, err := tlog.ProveRecord(size, old-1, reader)
		must(err)
		proofs.Includes[fmt.Sprint(old-1)] = encode(inclusion)
	}
	signer, err := note.NewSigner(secret)
	must(err)
	checkpoint, err := note.Sign(&note.Note{Text: fmt.Sprintf("go.example/log\n%d\n%s\n", size, proofs.Roots[fmt.Sprint(size)])}, signer)
	must(err)
	write(directory, "checkpoint", checkpoint)
	written, err := json.Marshal(proofs)
	must(err)
	write(directory, "proofs.json", written)
}

func openCheckpoint(message []byte, key string) Checkpoint {
	verifier, err := note.NewVerifier(key)
	must(err)
	opened, err := note.Open(message, note.VerifierList(verifier))
	must(err)
	lines := strings.Split(opened.Text, "\n")
	return Checkpoint{lines[0], tlog.Tree{N: number(lines[1]), Hash: decode([]string{lines[2]})[0]}}
}

// tiles reads the tiles of tlog-tiles as tlog asks for them.
type tiles struct{ directory string }

func (t *tiles) Height() int                         { return 8 }
func (t *tiles) SaveTiles(_ []tlog.Tile, _ [][]byte) {}
func (t *tiles) ReadTiles(wanted []tlog.Tile) ([][]byte, error) {
	var found [][]byte
	for _, tile := range wanted {
		found = append(found, read(t.directory, mapped(tile)))
	}
	return found, nil
}

// mapped leaves out the height, which tlog-tiles fixes at 8: tile/8/0/x001/067 is tile/0/x001/067.
func mapped(tile tlog.Tile) string { return strings.Replace(tile.Path(), "tile/8/", "tile/", 1) }

func storedHash(hashes tlog.HashReader, n int64) tlog.Hash {
	found, err := hashes.ReadHashes([]int64{tlog.StoredHashIndex(0, n)})
	must(err)
	return found[0]
}

func entry(directory string, n, size int64) []byte {
	tile := tlog.Tile{H: 8, L: 0, N: n / 256, W: 256}
	if size < (tile.N+1)*256 {
		tile.W = int(size % 256)
	}
	bundle := read(directory, strings.Replace(mapped(tile), "tile/0/", "tile/entries/", 1))
	for ; n%256 > 0; n-- {
		bundle = bundle[2+binary.BigEndian.Uint16(bundle):]
	}
	return bundle[2 : 2+binary.BigEndian.Uint16(bundle)]
}

func decode(texts []string) []tlog.Hash {
	var hashes []tlog.Hash
	for _, text := range texts {
		hash, err := tlog.ParseHash(text)
		must(err)
		hashes = append(hashes, hash)
	}
	return hashes
}

func encode(hashes []tlog.Hash) []string {
	texts := []string{}
	for _, hash := range hashes {
		texts = append(texts, base64.StdEncoding.EncodeToString(hash[:]))
	}
	return texts
}

func same(left, right []tlog.Hash, what string, n int64) {
	if fmt.Sprint(left) != fmt.Sprint(right) {
		fail("the proofs differ: "+what, n)
	}
}

func number(text string) int64 {
	value, err := strconv.ParseInt(text, 10, 64)
	must(err)
	return value
}

func read(directory, path string) []byte {
	data, err := os.ReadFile(filepath.Join(directory, path))
	must(err)
	return data
}

func write(directory, path string, data []byte) {
	must(os.MkdirAll(filepath.Dir(filepath.Join(directory, path)), 0o777))
	must(os.WriteFile(filepath.Join(directory, path), data, 0o666))
}

func must(err error) {
	if err != nil {
		fail("%v", err)
	}
}

func fail(format string, facts ...any) {
	fmt.Fprintf(os.Stderr, format+"\n", facts...)
	os.Exit(1)
}
