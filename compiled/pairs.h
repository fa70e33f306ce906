/* Texts in which strings are sought again and again: of each of the last ones it is kept where which two letters stand, so that a string that
   stands nowhere in it, as most, is known by a look. */

enum { PAIRS = 1 << 11, SOUGHT_FROM = 256, SOUGHT_TO = 1 << 14, SETS = 64, BESIDE = 4 };

static inline unsigned
pair_of(Py_UCS4 one, Py_UCS4 other)
{
    return (one << 5 ^ other) & (PAIRS - 1);
}

typedef struct {
    PyObject *text; /* kept: its place says which it is; NULL where nothing is held yet */
    int asked;
    unsigned short *places;            /* of all pairs, those of each side by side and in order; NULL until it is asked once more */
    unsigned short starts[PAIRS + 1]; /* where among them those of a pair begin */
} Paired;

static Paired *paired[SETS][BESIDE];

/* Fills in where which two letters stand; 0 where memory has run out. */
static int
fill_pairs(Paired *one)
{
    const Py_UCS2 *letters = PyUnicode_2BYTE_DATA(one->text);
    Py_ssize_t last = PyUnicode_GET_LENGTH(one->text) - 1;
    unsigned short *places = PyMem_New(unsigned short, last), next[PAIRS];
    if (places == NULL)
        return 0;
    memset(one->starts, 0, sizeof one->starts);
    for (Py_ssize_t at = 0; at < last; at++)
        one->starts[pair_of(letters[at], letters[at + 1]) + 1]++;
    for (int pair = 0; pair < PAIRS; pair++) {
        next[pair] = one->starts[pair];
        one->starts[pair + 1] += one->starts[pair];
    }
    for (Py_ssize_t at = 0; at < last; at++)
        places[next[pair_of(letters[at], letters[at + 1])]++] = (unsigned short)at;
    one->places = places;
    return 1;
}

/* What is kept of a text; NULL where that is nothing: it is short, very long, not mostly Arabic, or asked for the first time. */
static const Paired *
pairs_of(PyObject *text)
{
    Py_ssize_t length = PyUnicode_GET_LENGTH(text);
    if (length < SOUGHT_FROM || length > SOUGHT_TO || PyUnicode_KIND(text) != PyUnicode_2BYTE_KIND)
        return NULL;
    Paired **set = paired[((uintptr_t)text >> 4) * 0x9e3779b97f4a7c15u >> 58], *one = set[0];
    if (one == NULL || one->text != text) { /* those asked last stand first */
        int at = 1;
        while (at < BESIDE - 1 && set[at] != NULL && set[at]->text != text)
            at++;
        one = set[at];
        memmove(set + 1, set, at * sizeof *set);
        set[0] = one;
        if (one == NULL && (one = set[0] = PyMem_Calloc(1, sizeof(Paired))) == NULL)
            return NULL;
        if (one->text != text) {
            PyMem_Free(one->places);
            one->places = NULL;
            one->asked = 0;
            Py_XSETREF(one->text, Py_NewRef(text));
        }
    }
    return one->places != NULL || (one->asked++ > 0 && fill_pairs(one)) ? one : NULL;
}

/* The first of the places of a pair, from one of them on, that is no earlier than a place in the text. */
static inline int
first_place(const unsigned short *places, int from, int to, Py_ssize_t place)
{
    while (from < to) {
        int middle = (from + to) / 2;
        if (places[middle] < place)
            from = middle + 1;
        else
            to = middle;
    }
    return from;
}
