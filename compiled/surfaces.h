/* The surfaces of all lexicons as one table of words, and what a text holds of them: as agents.extract.words.lexicon.Matcher. */

#include <stdint.h>

enum { WORDS = 12 }; /* of a surface, at most */
enum { LETTERS = 7, LONGEST = 4, CODES = 4096 }; /* of particles: how many, and how long */
enum { BETWEEN, BARRIER, DIGIT, ALPHA };

typedef struct {
    Py_ssize_t at, length; /* in the letters of all words */
    int root;              /* the node of surfaces that begin with it, 0 where none does */
} Word;

typedef struct {
    int kind;
    PyObject *value;
    uint64_t before; /* particles, a bit each */
} Meaning;

typedef struct {
    int first, many; /* of the meanings; none where no surface ends here */
    int further;     /* whether longer surfaces go on */
} Node;

typedef struct {
    uint64_t key;
    int value; /* 0: nothing is here */
} Slot;

typedef struct {
    PyObject_HEAD
    Py_UCS2 *letters;
    Word *words;
    Slot *word_slots, *edge_slots;
    Node *nodes;
    Meaning *meanings;
    PyObject *kinds, *proclitics, *surfaces; /* the last two: a tuple of strings, and what the values are borrowed from */
    int n_letters, n_words, n_nodes, n_meanings, n_proclitics;
    uint64_t mask;                 /* of slots, less one */
    unsigned char code[LOW];       /* of the letters of particles */
    unsigned char proclitic[CODES]; /* by the codes of its letters */
} Surfaces;

static unsigned char classes[LOW];

static int
class_of(Py_UCS4 letter)
{
    return letter < LOW ? classes[letter] : letter == 0x2026 ? BARRIER : BETWEEN;
}

static void
fill_classes(void)
{
    for (Py_UCS4 letter = 0; letter < LOW; letter++)
        classes[letter] = is_digit(letter) ? DIGIT : is_letter(letter) ? ALPHA : BETWEEN, odds[letter] = is_odd(letter);
    for (const char *one = ".!?\n;:,()[]"; *one; one++)
        classes[(int)*one] = BARRIER;
    classes[0x61f] = classes[0x61b] = classes[0x60c] = BARRIER;
}

static uint64_t
with_letter(uint64_t hash, Py_UCS4 letter) /* of a word from its end, so that it is known of each of its ends */
{
    return (hash ^ letter) * 0x9e3779b97f4a7c15u;
}

static uint64_t
hashed(uint64_t mask, uint64_t key)
{
    return (key ^ key >> 29) & mask;
}

static Slot *
slot(Slot *slots, uint64_t mask, uint64_t key)
{
    uint64_t at = hashed(mask, key);
    while (slots[at].value != 0 && slots[at].key != key)
        at = (at + 1) & mask;
    return slots + at;
}

/* The number of a word where a stretch of text is it; else 0. */
static int
same(Surfaces const *self, int found, int kind, const void *text, Py_ssize_t start, Py_ssize_t stop)
{
    if (found == 0 || self->words[found].length != stop - start)
        return 0;
    const Py_UCS2 *letters = self->letters + self->words[found].at;
    for (Py_ssize_t at = start; at < stop; at++)
        if (PyUnicode_READ(kind, text, at) != letters[at - start])
            return 0;
    return found;
}

/* The number of a word that ends a stretch of text, from 1; 0 where none is it. Words with one hash are told apart when the table is made. */
static int
word_of(Surfaces const *self, int kind, const void *text, Py_ssize_t start, Py_ssize_t stop, uint64_t hash)
{
    return same(self, slot(self->word_slots, self->mask, hash)->value, kind, text, start, stop);
}

static uint64_t
edge(int node, int word)
{
    return ((uint64_t)node << 32 | (uint32_t)word) * 0x9e3779b97f4a7c15u;
}

/* Puts a surface into the table; its last node, 0 with an error. */
static int
entered(Surfaces *self, PyObject *surface)
{
    int kind = PyUnicode_KIND(surface), node = 0, many = 0;
    const void *text = PyUnicode_DATA(surface);
    for (Py_ssize_t start = 0, stop, length = PyUnicode_GET_LENGTH(surface); start < length; start = stop + 1) {
        for (stop = start; stop < length && PyUnicode_READ(kind, text, stop) != ' '; stop++)
            if (class_of(PyUnicode_READ(kind, text, stop)) < DIGIT)
                return PyErr_SetString(PyExc_ValueError, "a surface is of letters, digits and single spaces"), 0;
        if (++many > WORDS)
            return PyErr_SetString(PyExc_ValueError, "a surface of very many words"), 0;
        uint64_t hash = 0;
        for (Py_ssize_t at = stop; at > start; at--)
            hash = with_letter(hash, PyUnicode_READ(kind, text, at - 1));
        int word = word_of(self, kind, text, start, stop, hash);
        if (word == 0) {
            Slot *free = slot(self->word_slots, self->mask, hash);
            if (free->value != 0 || start == stop)
                return PyErr_SetString(PyExc_ValueError, "two words with one hash, or an empty one"), 0;
            word = ++self->n_words;
            *free = (Slot){hash, word};
            self->words[word] = (Word){self->n_letters, stop - start, 0};
            for (Py_ssize_t at = start; at < stop; at++)
                self->letters[self->n_letters++] = PyUnicode_READ(kind, text, at);
        }
        Slot *way = node == 0 ? NULL : slot(self->edge_slots, self->mask, edge(node, word));
        int next = way == NULL ? self->words[word].root : way->value;
        if (next == 0) {
            next = ++self->n_nodes;
            if (way == NULL)
                self->words[word].root = next;
            else
                *way = (Slot){edge(node, word), next}, self->nodes[node].further = 1;
        }
        node = next;
    }
    if (node == 0 || self->nodes[node].many)
        return PyErr_SetString(PyExc_ValueError, "a surface is empty, or comes twice"), 0;
    return node;
}

/* What a surface means: tuples of kind, value and the particles it may follow. 0 with an error. */
static int
meant(Surfaces *self, int node, PyObject *told)
{
    self->nodes[node].first = self->n_meanings;
    for (Py_ssize_t at = 0; at < PyTuple_GET_SIZE(told); at++) {
        PyObject *one = PyTuple_GET_ITEM(told, at);
        Meaning *made = self->meanings + self->n_meanings++;
        Py_ssize_t kind = PySequence_Index(self->kinds, PyTuple_GET_ITEM(one, 0));
        if (kind < 0)
            return 0;
        *made = (Meaning){(int)kind, PyTuple_GET_ITEM(one, 1), 0};
        for (int proclitic = 0; proclitic < self->n_proclitics; proclitic++) {
            int fits = PySet_Contains(PyTuple_GET_ITEM(one, 2), PyTuple_GET_ITEM(self->proclitics, proclitic));
            if (fits < 0)
                return 0;
            made->before |= (uint64_t)fits << proclitic;
        }
        self->nodes[node].many++;
    }
    return 1;
}

/* The particles by the codes of their letters; the first is "". 0 with an error. */
static int
coded(Surfaces *self)
{
    int known = 0;
    for (int one = 0; one < self->n_proclitics; one++) {
        PyObject *proclitic = PyTuple_GET_ITEM(self->proclitics, one);
        int code = 0, fine = PyUnicode_Check(proclitic) && PyUnicode_GET_LENGTH(proclitic) <= LONGEST && one < 64;
        for (Py_ssize_t at = 0; fine && at < PyUnicode_GET_LENGTH(proclitic); at++) {
            Py_UCS4 letter = PyUnicode_READ_CHAR(proclitic, at);
            if ((fine = letter < LOW) && self->code[letter] == 0)
                self->code[letter] = ++known;
            code = fine ? code * (LETTERS + 1) + self->code[letter] : 0;
        }
        if (!fine || known > LETTERS || (code == 0) != (one == 0))
            return PyErr_SetString(PyExc_ValueError, "other particles than the table was made for"), 0;
        self->proclitic[code] = one;
    }
    return 1;
}

static void
surfaces_dealloc(Surfaces *self)
{
    PyMem_Free(self->letters);
    PyMem_Free(self->words);
    PyMem_Free(self->word_slots);
    PyMem_Free(self->edge_slots);
    PyMem_Free(self->nodes);
    PyMem_Free(self->meanings);
    Py_XDECREF(self->kinds);
    Py_XDECREF(self->proclitics);
    Py_XDECREF(self->surfaces);
    Py_TYPE(self)->tp_free(self);
}

static PyTypeObject SurfacesType = {
    PyVarObject_HEAD_INIT(NULL, 0).tp_name = "rasad__short.Surfaces",
    .tp_basicsize = sizeof(Surfaces),
    .tp_dealloc = (destructor)surfaces_dealloc,
    .tp_flags = Py_TPFLAGS_DEFAULT,
};

/* surfaces(surfaces, meanings, kinds, proclitics): the table. surfaces: a list, each once; meanings: a list of tuples, one each. */
static PyObject *
surfaces(PyObject *module, PyObject *const *args, Py_ssize_t given)
{
    if (given != 4 || !PyList_Check(args[0]) || !PyList_Check(args[1]) || !PyTuple_Check(args[2]) || !PyTuple_Check(args[3]) ||
        PyList_GET_SIZE(args[0]) != PyList_GET_SIZE(args[1]))
        return PyErr_SetString(PyExc_TypeError, "surfaces() takes two lists, as long as each other, and two tuples"), NULL;
    Py_ssize_t many = PyList_GET_SIZE(args[0]), letters = 1, words = 1, meanings = 1;
    for (Py_ssize_t at = 0; at < many; at++) {
        PyObject *surface = PyList_GET_ITEM(args[0], at), *told = PyList_GET_ITEM(args[1], at);
        if (!PyUnicode_Check(surface) || !PyTuple_Check(told))
            return PyErr_SetString(PyExc_TypeError, "a surface is a string, its meanings are a tuple"), NULL;
        letters += PyUnicode_GET_LENGTH(surface);
        meanings += PyTuple_GET_SIZE(told);
        words++;
        for (Py_ssize_t letter = 0; letter < PyUnicode_GET_LENGTH(surface); letter++)
            words += PyUnicode_READ_CHAR(surface, letter) == ' ';
    }
    Surfaces *self = (Surfaces *)SurfacesType.tp_alloc(&SurfacesType, 0);
    if (self == NULL)
        return NULL;
    for (self->mask = 15; self->mask < 3 * (uint64_t)words; self->mask = 2 * self->mask + 1)
        ;
    self->letters = PyMem_Calloc(letters, sizeof *self->letters);
    self->words = PyMem_Calloc(words + 1, sizeof *self->words);
    self->word_slots = PyMem_Calloc(self->mask + 1, sizeof *self->word_slots);
    self->edge_slots = PyMem_Calloc(self->mask + 1, sizeof *self->edge_slots);
    self->nodes = PyMem_Calloc(words + 1, sizeof *self->nodes);
    self->meanings = PyMem_Calloc(meanings, sizeof *self->meanings);
    self->kinds = Py_NewRef(args[2]);
    self->proclitics = Py_NewRef(args[3]);
    self->surfaces = Py_NewRef(args[1]);
    self->n_proclitics = (int)PyTuple_GET_SIZE(args[3]);
    int fine = self->letters && self->words && self->word_slots && self->edge_slots && self->nodes && self->meanings;
    if (!fine)
        PyErr_NoMemory();
    fine = fine && coded(self);
    for (Py_ssize_t at = 0, node; fine && at < many; at++)
        fine = (node = entered(self, PyList_GET_ITEM(args[0], at))) && meant(self, (int)node, PyList_GET_ITEM(args[1], at));
    if (!fine)
        Py_CLEAR(self);
    return (PyObject *)self;
}
