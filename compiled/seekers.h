/* Patterns, asked only where what they find may begin: letters are looked at eight bytes of rows at once (see openings.py). */

/* Letters are told apart as far as patterns do, the most frequent ones first, so that what is looked at mostly lies side by side. */
static const Py_UCS2 told_apart[] = u" اليمونرتبهعدسفقكحشجىطصخضغذزثءئظؤآأإ\n\"،.,:؛()«»-/!؟#%'[]";
enum { CLASSES = 64, DIGITS = CLASSES - 4, LATIN, REST, OTHERS, KNOWN = 512 }; /* REST: of letters with a place; OTHERS: without one */
static unsigned char apart[KNOWN];

typedef struct {
    uint64_t begins, ends;
    Py_ssize_t longest;
    uint64_t sets[CLASSES]; /* where in the rows letters of each kind may stand */
} Rows;

typedef struct {
    PyObject *pattern; /* kept: its place says which it is */
    Py_ssize_t asked;
    const Rows *begin, *behind; /* of what is found at the begin of a text, and behind it; NULL where that is not known */
} Seeker;

enum { SEEKERS = 4096, OFTEN = 24 }; /* OFTEN: a pattern asked so often is looked into */
static Seeker seekers[SEEKERS];
static Py_ssize_t seekers_kept;
static PyTypeObject *pattern_type;

/* The place of a letter among those that openings.py knows; KNOWN where it has none. */
static inline Py_UCS4
place_of(Py_UCS4 letter)
{
    return letter < 0x100 ? letter : letter - 0x600 < 0x100 ? letter - 0x500 : KNOWN;
}

static void
fill_letters(void)
{
    memset(apart, REST, sizeof apart);
    for (int one = 0; one < 26; one++)
        apart['a' + one] = apart['A' + one] = LATIN;
    memset(apart + '0', DIGITS, 10);
    for (size_t at = 0; told_apart[at] != 0; at++)
        apart[place_of(told_apart[at])] = (unsigned char)at;
}

static inline uint64_t
set_of(const Rows *rows, Py_UCS4 letter)
{
    Py_UCS4 place = place_of(letter);
    return rows->sets[place < KNOWN ? apart[place] : OTHERS];
}

/* The rows that openings.py tells, NULL where it knows none or with an error. */
static Rows *
filled_rows(PyObject *packed)
{
    const char *bytes;
    Py_ssize_t length, longest;
    unsigned long long begins, ends;
    if (packed == Py_None || !PyArg_ParseTuple(packed, "KKny#", &begins, &ends, &longest, &bytes, &length))
        return NULL;
    Rows *rows = PyMem_Calloc(1, sizeof(Rows));
    if (rows == NULL)
        return NULL;
    rows->begins = begins;
    rows->ends = ends;
    rows->longest = longest;
    for (Py_ssize_t bit = 0; bit < length / (KNOWN / 8); bit++) {
        for (int byte = 0; byte < KNOWN / 8; byte++)
            for (int some = (unsigned char)bytes[bit * (KNOWN / 8) + byte], letter = byte * 8; some; some >>= 1, letter++)
                rows->sets[apart[letter]] |= (uint64_t)(some & 1) << bit;
        rows->sets[OTHERS] |= (uint64_t)1 << bit;
    }
    return rows;
}

/* Looks into a pattern; where that goes wrong, it is asked as it is. */
static void
look_into(Seeker *one)
{
    PyObject *library = PyImport_ImportModule("rasad__openings");
    PyObject *both = library == NULL ? NULL : PyObject_CallMethod(library, "openings", "O", one->pattern);
    if (both != NULL) {
        PyObject *begin = PyTuple_GET_ITEM(both, 0), *behind = PyTuple_GET_ITEM(both, 1);
        one->begin = filled_rows(begin);
        one->behind = PyObject_RichCompareBool(begin, behind, Py_EQ) == 1 ? one->begin : filled_rows(behind);
    }
    Py_XDECREF(library);
    Py_XDECREF(both);
    PyErr_Clear();
}

/* What is known of a pattern, NULL where nothing is kept of it. */
static const Seeker *
seeker_of(PyObject *pattern)
{
    size_t at = ((uintptr_t)pattern >> 4) * 0x9e3779b1u % SEEKERS;
    while (seekers[at].pattern != pattern) {
        if (seekers[at].pattern == NULL) {
            if (!Py_IS_TYPE(pattern, pattern_type) || seekers_kept >= SEEKERS / 2)
                return NULL;
            seekers_kept++;
            seekers[at].pattern = Py_NewRef(pattern);
            break;
        }
        at = (at + 1) % SEEKERS;
    }
    if (seekers[at].asked < OFTEN && ++seekers[at].asked == OFTEN)
        look_into(&seekers[at]);
    return &seekers[at];
}

/* Whether something may be found that begins at a place. */
static int
may_begin(const Rows *rows, int kind, const void *text, Py_ssize_t at, Py_ssize_t stop)
{
    uint64_t state = rows->begins;
    for (; at < stop; at++) {
        state &= set_of(rows, PyUnicode_READ(kind, text, at));
        if (state & rows->ends)
            return 1;
        if (state == 0)
            return 0;
        state = state << 1 & ~rows->begins;
    }
    return 0;
}

/* The first place from which something may be found, -1 where there is none. */
static Py_ssize_t
may_begin_from(const Rows *rows, int kind, const void *text, Py_ssize_t start, Py_ssize_t stop)
{
    uint64_t state = 0, begins = rows->begins, ends = rows->ends;
    if (kind == PyUnicode_2BYTE_KIND) {
        const Py_UCS2 *letters = text;
        for (Py_ssize_t at = start; at < stop; at++) {
            state = (state << 1 | begins) & set_of(rows, letters[at]);
            if (state & ends)
                return Py_MAX(at + 1 - rows->longest, start);
        }
        return -1;
    }
    for (Py_ssize_t at = start; at < stop; at++) {
        state = (state << 1 | begins) & set_of(rows, PyUnicode_READ(kind, text, at));
        if (state & ends)
            return Py_MAX(at + 1 - rows->longest, start);
    }
    return -1;
}

static PyObject *ways[4], *word_end;

/* pattern.search(text, start, stop) and its like, as Python says it; given: how many of the three. */
static PyObject *
asked(int way, PyObject *pattern, PyObject *text, Py_ssize_t start, Py_ssize_t stop, int given)
{
    PyObject *args[4] = {pattern, text, NULL, NULL}, *found = NULL;
    args[2] = given > 1 ? PyLong_FromSsize_t(start) : NULL;
    args[3] = given > 2 ? PyLong_FromSsize_t(stop) : NULL;
    if ((given < 2 || args[2] != NULL) && (given < 3 || args[3] != NULL))
        found = PyObject_VectorcallMethod(ways[way], args, 1 + given, NULL);
    Py_XDECREF(args[2]);
    Py_XDECREF(args[3]);
    return found;
}

static PyObject *all_sought(PyObject *, PyObject *, Py_ssize_t, Py_ssize_t, int);

/* The same, of a pattern asked no more often than needed; stop is PY_SSIZE_T_MAX where none is given. What is found from a place on is what
   is matched at the first place where anything is. */
static PyObject *
sought(int way, PyObject *pattern, PyObject *text, Py_ssize_t start, Py_ssize_t stop, int given)
{
    const Seeker *one = PyUnicode_Check(text) ? seeker_of(pattern) : NULL;
    if (one != NULL && (one->begin != NULL || one->behind != NULL)) {
        Py_ssize_t length = PyUnicode_GET_LENGTH(text), from = Py_MIN(Py_MAX(start, 0), length), to = Py_MIN(stop, length);
        int kind = PyUnicode_KIND(text);
        const void *data = PyUnicode_DATA(text);
        const Rows *here = from == 0 ? one->begin : one->behind;
        if (way == RASAD_ALL) {
            if (one->begin != NULL && one->behind != NULL) /* so that nothing it finds is empty */
                return all_sought(pattern, text, start, stop, given);
        } else if (way != RASAD_SEARCH) {
            if (here != NULL && !may_begin(here, kind, data, from, to))
                Py_RETURN_NONE;
        } else if (one->behind != NULL) {
            if (from == 0 && (here == NULL || may_begin(here, kind, data, 0, to))) {
                PyObject *found = asked(RASAD_MATCH, pattern, text, 0, stop, given);
                if (found != Py_None)
                    return found;
                Py_DECREF(found);
                from = 1;
            }
            while ((from = may_begin_from(one->behind, kind, data, from, to)) >= 0) {
                while (!may_begin(one->behind, kind, data, from, to))
                    from++;
                PyObject *found = asked(RASAD_MATCH, pattern, text, from, stop, Py_MAX(given, 2));
                if (found != Py_None)
                    return found;
                Py_DECREF(found);
                from++;
            }
            Py_RETURN_NONE;
        }
    }
    return asked(way, pattern, text, start, stop, given);
}

/* pattern.finditer(text, start, stop), all at once: what follows a finding is sought from its end on. */
static PyObject *
all_sought(PyObject *pattern, PyObject *text, Py_ssize_t start, Py_ssize_t stop, int given)
{
    PyObject *list = PyList_New(0), *found = NULL;
    while (list != NULL && (found = sought(RASAD_SEARCH, pattern, text, start, stop, Py_MAX(given, 2))) != Py_None) {
        PyObject *end = found == NULL ? NULL : PyObject_CallMethodNoArgs(found, word_end);
        start = end == NULL ? -1 : PyLong_AsSsize_t(end);
        if (start < 0 || PyList_Append(list, found) < 0)
            Py_CLEAR(list);
        Py_XDECREF(end);
        Py_XDECREF(found);
    }
    if (list != NULL)
        Py_DECREF(found); /* None */
    PyObject *all = list == NULL ? NULL : PyObject_GetIter(list);
    Py_XDECREF(list);
    return all;
}

/* What translated sources call, put into the module; 0 with an error. */
static int
can_seek(PyObject *module)
{
    const char *names[] = {"search", "match", "fullmatch", "finditer"};
    PyObject *library = PyImport_ImportModule("re");
    PyObject *type = library == NULL ? NULL : PyObject_GetAttrString(library, "Pattern");
    PyObject *capsule = type == NULL ? NULL : PyCapsule_New(&common, "rasad__short.common", NULL);
    int fine = capsule != NULL && PyModule_AddObjectRef(module, "common", capsule) == 0;
    for (int way = 0; fine && way < 4; way++)
        fine = (ways[way] = PyUnicode_InternFromString(names[way])) != NULL;
    fine = fine && (word_end = PyUnicode_InternFromString("end")) != NULL;
    pattern_type = (PyTypeObject *)type; /* kept */
    common.sought = sought;
    common.among = held;
    fill_letters();
    Py_XDECREF(library);
    Py_XDECREF(capsule);
    return fine;
}
