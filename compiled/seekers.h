/* Patterns, asked only where what they find may begin: letters are looked at eight bytes of rows at once (see openings.py). */

typedef struct {
    int known;
    uint64_t begins, ends;
    Py_ssize_t longest;
    uint64_t sets[513]; /* of each letter that has a place: where in the rows it may stand; the last: of all others */
} Rows;

typedef struct {
    PyObject *pattern; /* kept: its place says which it is */
    Py_ssize_t asked;
    Rows *rows; /* of the begin of a text, and of what is behind it; NULL where neither is known */
} Seeker;

enum { SEEKERS = 4096, OFTEN = 24, OTHERS = 512 }; /* OFTEN: a pattern asked so often is looked into */
static Seeker seekers[SEEKERS];
static Py_ssize_t seekers_kept;
static PyTypeObject *pattern_type;

static inline uint64_t
set_of(const Rows *rows, Py_UCS4 letter)
{
    return rows->sets[letter < 0x100 ? letter : letter - 0x600 < 0x100 ? letter - 0x500 : OTHERS];
}

static int
filled_rows(Rows *rows, PyObject *packed)
{
    const char *bytes;
    Py_ssize_t length;
    unsigned long long begins, ends;
    rows->known = packed != Py_None;
    if (!rows->known)
        return 1;
    if (!PyArg_ParseTuple(packed, "KKny#", &begins, &ends, &rows->longest, &bytes, &length))
        return 0;
    rows->begins = begins;
    rows->ends = ends;
    memset(rows->sets, 0, sizeof rows->sets);
    for (Py_ssize_t bit = 0; bit < length / 64; bit++) {
        for (int byte = 0; byte < 64; byte++)
            for (int some = (unsigned char)bytes[bit * 64 + byte], letter = byte * 8; some; some >>= 1, letter++)
                rows->sets[letter] |= (uint64_t)(some & 1) << bit;
        rows->sets[OTHERS] |= (uint64_t)1 << bit;
    }
    return 1;
}

/* Looks into a pattern; 0 with an error. */
static int
look_into(Seeker *one)
{
    PyObject *library = PyImport_ImportModule("rasad__openings");
    PyObject *both = library == NULL ? NULL : PyObject_CallMethod(library, "openings", "O", one->pattern);
    Rows *rows = both == NULL ? NULL : PyMem_Calloc(2, sizeof(Rows));
    int fine = rows != NULL && filled_rows(rows, PyTuple_GET_ITEM(both, 0)) && filled_rows(rows + 1, PyTuple_GET_ITEM(both, 1));
    if (fine && (rows[0].known || rows[1].known))
        one->rows = rows;
    else
        PyMem_Free(rows);
    Py_XDECREF(library);
    Py_XDECREF(both);
    return fine;
}

/* The rows of a pattern, NULL where they are not known. */
static const Rows *
rows_of(PyObject *pattern)
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
    if (seekers[at].asked < OFTEN && ++seekers[at].asked == OFTEN && !look_into(&seekers[at]))
        PyErr_Clear(); /* it is asked as it is */
    return seekers[at].rows;
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

static PyObject *ways[3];

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

/* The same, of a pattern asked no more often than needed; stop is PY_SSIZE_T_MAX where none is given. What is found from a place on is what
   is matched at the first place where anything is. */
static PyObject *
sought(int way, PyObject *pattern, PyObject *text, Py_ssize_t start, Py_ssize_t stop, int given)
{
    const Rows *rows = PyUnicode_Check(text) ? rows_of(pattern) : NULL;
    if (rows != NULL) {
        Py_ssize_t length = PyUnicode_GET_LENGTH(text), from = Py_MIN(Py_MAX(start, 0), length), to = Py_MIN(stop, length);
        int kind = PyUnicode_KIND(text);
        const void *data = PyUnicode_DATA(text);
        const Rows *here = from == 0 ? rows : rows + 1;
        if (way != RASAD_SEARCH || !rows[1].known) {
            if (way != RASAD_SEARCH && here->known && !may_begin(here, kind, data, from, to))
                Py_RETURN_NONE;
        } else {
            if (from == 0 && (!here->known || may_begin(here, kind, data, 0, to))) {
                PyObject *found = asked(RASAD_MATCH, pattern, text, 0, stop, given);
                if (found != Py_None)
                    return found;
                Py_DECREF(found);
                from = 1;
            }
            while ((from = may_begin_from(rows + 1, kind, data, from, to)) >= 0) {
                while (!may_begin(rows + 1, kind, data, from, to))
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

/* What translated sources call, put into the module; 0 with an error. */
static int
can_seek(PyObject *module)
{
    const char *names[] = {"search", "match", "fullmatch"};
    PyObject *library = PyImport_ImportModule("re");
    PyObject *type = library == NULL ? NULL : PyObject_GetAttrString(library, "Pattern");
    PyObject *capsule = type == NULL ? NULL : PyCapsule_New(&common, "rasad__short.common", NULL);
    int fine = capsule != NULL && PyModule_AddObjectRef(module, "common", capsule) == 0;
    for (int way = 0; fine && way < 3; way++)
        fine = (ways[way] = PyUnicode_InternFromString(names[way])) != NULL;
    pattern_type = (PyTypeObject *)type; /* kept */
    common.sought = sought;
    Py_XDECREF(library);
    Py_XDECREF(capsule);
    return fine;
}
