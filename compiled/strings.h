/* Strings that are sought in text after text, many at once: of a tuple of them it is kept which two letters they begin with. */

enum { STRINGS = 1 << 12, TUPLES = 1 << 12, MARKS = 3 };

/* Two letters of a string, and how far from its begin they stand. */
typedef struct {
    unsigned short pair, away;
} Mark;

typedef struct {
    PyObject **all;                  /* kept; which they are tells which tuple it is, since constants are the same objects each time */
    Py_ssize_t many;
    int plain;                       /* whether each is of two letters or more, and they are not too many: else they are sought one by one */
    uint64_t pairs[PAIRS / 64];      /* which two letters one of them begins with */
    unsigned short first[PAIRS];     /* the first of those that begin so, from 1; 0 where none does */
    unsigned short *next;            /* the next of those that begin alike */
    Mark (*marks)[MARKS];            /* of each: its first two letters, two of its middle, its last two */
} Strings;

static Strings *tuples[TUPLES];
static Py_ssize_t tuples_kept;

/* What is known of some strings; NULL with an error. */
static Strings *
looked_at(PyObject *const *all, Py_ssize_t many)
{
    Strings *found = PyMem_Calloc(1, sizeof(Strings));
    PyObject **kept = PyMem_New(PyObject *, many);
    unsigned short *next = PyMem_Calloc(many + 1, sizeof *next);
    Mark(*marks)[MARKS] = PyMem_Calloc(many, sizeof *marks);
    if (found == NULL || kept == NULL || next == NULL || marks == NULL) {
        PyMem_Free(found);
        PyMem_Free(kept);
        PyMem_Free(next);
        PyMem_Free(marks);
        return (Strings *)PyErr_NoMemory();
    }
    found->all = kept;
    found->next = next;
    found->marks = marks;
    found->many = many;
    found->plain = many <= STRINGS;
    for (Py_ssize_t one = many; one > 0; one--) {
        PyObject *string = found->all[one - 1] = Py_NewRef(all[one - 1]);
        if (!found->plain || !PyUnicode_Check(string) || PyUnicode_GET_LENGTH(string) < 2) {
            found->plain = 0;
            continue;
        }
        Py_ssize_t away[MARKS] = {0, (PyUnicode_GET_LENGTH(string) - 1) / 2, PyUnicode_GET_LENGTH(string) - 2};
        for (int mark = 0; mark < MARKS; mark++) {
            Py_ssize_t at = Py_MIN(away[mark], USHRT_MAX);
            marks[one - 1][mark].pair = (unsigned short)pair_of(PyUnicode_READ_CHAR(string, at), PyUnicode_READ_CHAR(string, at + 1));
            marks[one - 1][mark].away = (unsigned short)at;
        }
        unsigned pair = marks[one - 1][0].pair;
        found->next[one] = found->first[pair];
        found->first[pair] = (unsigned short)one;
        found->pairs[pair / 64] |= (uint64_t)1 << pair % 64;
    }
    return found;
}

/* What is kept of the strings of a list or tuple; NULL where they are sought one by one, or with an error. */
static const Strings *
strings_of(PyObject *listed)
{
    Py_ssize_t many = PySequence_Fast_GET_SIZE(listed);
    PyObject **all = PySequence_Fast_ITEMS(listed);
    if (many == 0)
        return NULL;
    size_t at = (((uintptr_t)all[0] >> 4) + many) * 0x9e3779b1u % TUPLES;
    for (; tuples[at] != NULL; at = (at + 1) % TUPLES)
        if (tuples[at]->many == many && memcmp(tuples[at]->all, all, many * sizeof *all) == 0)
            return tuples[at]->plain ? tuples[at] : NULL;
    if (tuples_kept >= TUPLES / 2 || (tuples[at] = looked_at(all, many)) == NULL)
        return NULL;
    tuples_kept++;
    return tuples[at]->plain ? tuples[at] : NULL;
}

/* Whether a string stands at a place. */
static inline int
stands(PyObject *string, int kind, const void *text, Py_ssize_t at, Py_ssize_t stop)
{
    Py_ssize_t length = PyUnicode_GET_LENGTH(string);
    if (length > stop - at)
        return 0;
    int own = PyUnicode_KIND(string);
    const void *letters = PyUnicode_DATA(string);
    for (Py_ssize_t one = 0; one < length; one++)
        if (PyUnicode_READ(own, letters, one) != PyUnicode_READ(kind, text, at + one))
            return 0;
    return 1;
}

/* The first place from one on at which one of the strings may stand; stop - 1 where there is none. */
static inline Py_ssize_t
may_stand(const Strings *strings, int kind, const void *text, Py_ssize_t at, Py_ssize_t stop)
{
    for (; at < stop - 1; at++) {
        unsigned pair = pair_of(PyUnicode_READ(kind, text, at), PyUnicode_READ(kind, text, at + 1));
        if (strings->pairs[pair / 64] >> pair % 64 & 1)
            break;
    }
    return at;
}

static Py_ssize_t
may_stand_from(const Strings *strings, int kind, const void *text, Py_ssize_t at, Py_ssize_t stop)
{
    return kind == PyUnicode_2BYTE_KIND ? may_stand(strings, PyUnicode_2BYTE_KIND, text, at, stop) : may_stand(strings, kind, text, at, stop);
}

/* The first place at which a string stands in a stretch of text, by where the rarest two of its letters stand; -1 where there is none. */
static Py_ssize_t
placed(const Strings *strings, Py_ssize_t which, const Paired *text, Py_ssize_t from, Py_ssize_t to)
{
    const Mark *rarest = NULL;
    int fewest = 0;
    for (int mark = 0; mark < MARKS; mark++) {
        const Mark *one = &strings->marks[which][mark];
        int many = text->starts[one->pair + 1] - text->starts[one->pair];
        if (many == 0)
            return -1;
        if (rarest == NULL || many < fewest) {
            rarest = one;
            fewest = many;
        }
    }
    int stop = text->starts[rarest->pair + 1];
    int at = first_place(text->places, text->starts[rarest->pair], stop, from + rarest->away);
    for (; at < stop && text->places[at] < to; at++)
        if (stands(strings->all[which], PyUnicode_2BYTE_KIND, PyUnicode_DATA(text->text), text->places[at] - rarest->away, to))
            return text->places[at] - rarest->away;
    return -1;
}

/* Whether a stretch of text holds one of some strings; 2 with an error. */
static char
held(PyObject *all, PyObject *text, Py_ssize_t from, Py_ssize_t to)
{
    if (!PyList_Check(all) && !PyTuple_Check(all))
        return PyErr_SetString(PyExc_TypeError, "a list or tuple of strings is sought"), 2;
    Py_ssize_t length = PyUnicode_GET_LENGTH(text);
    from = from < 0 ? Py_MAX(from + length, 0) : from;
    to = to < 0 ? Py_MAX(to + length, 0) : Py_MIN(to, length);
    const Strings *strings = strings_of(all);
    if (strings == NULL && PyErr_Occurred())
        return 2;
    const Paired *pairs = strings == NULL ? NULL : pairs_of(text);
    if (pairs != NULL) {
        for (Py_ssize_t one = 0; one < strings->many; one++)
            if (placed(strings, one, pairs, from, to) >= 0)
                return 1;
        return 0;
    }
    if (strings != NULL) {
        int kind = PyUnicode_KIND(text);
        const void *letters = PyUnicode_DATA(text);
        for (; (from = may_stand_from(strings, kind, letters, from, to)) < to - 1; from++) {
            unsigned pair = pair_of(PyUnicode_READ(kind, letters, from), PyUnicode_READ(kind, letters, from + 1));
            for (int one = strings->first[pair]; one; one = strings->next[one])
                if (stands(strings->all[one - 1], kind, letters, from, to))
                    return 1;
        }
        return 0;
    }
    Py_ssize_t found = -1;
    for (Py_ssize_t at = 0; found == -1 && at < PySequence_Fast_GET_SIZE(all); at++) {
        PyObject *string = PySequence_Fast_GET_ITEM(all, at);
        if (!PyUnicode_Check(string))
            return PyErr_SetString(PyExc_TypeError, "no text is sought"), 2;
        found = PyUnicode_Find(text, string, from, to, 1);
    }
    return found == -2 ? 2 : found >= 0;
}

/* among(letters, text, start, stop): whether a stretch of text holds one of some strings. */
static PyObject *
among(PyObject *module, PyObject *const *args, Py_ssize_t given)
{
    size_t start, stop;
    if (given != 4 || !PyUnicode_Check(args[1]))
        return PyErr_SetString(PyExc_TypeError, "among() takes strings, a text, a start and a stop"), NULL;
    char found = number(args[2], &start) && number(args[3], &stop) ? held(args[0], args[1], rasad_value(start), rasad_value(stop)) : 2;
    return found == 2 ? NULL : PyBool_FromLong(found);
}

/* The same as standing(), of strings of which nothing is kept. */
static PyObject *
one_by_one(PyObject *all, PyObject *text)
{
    PyObject *found = PyList_New(0);
    for (Py_ssize_t one = 0; found != NULL && one < PyTuple_GET_SIZE(all); one++) {
        PyObject *string = PyTuple_GET_ITEM(all, one);
        if (!PyUnicode_Check(string) || PyUnicode_GET_LENGTH(string) < 1) {
            PyErr_SetString(PyExc_TypeError, "no text is sought");
            Py_CLEAR(found);
            break;
        }
        for (Py_ssize_t at = -1; found != NULL && (at = PyUnicode_Find(text, string, at + 1, PY_SSIZE_T_MAX, 1)) >= 0;)
            found = with(found, Py_BuildValue("(nn)", at, one));
    }
    if (found != NULL && (PyErr_Occurred() || PyList_Sort(found) < 0))
        Py_CLEAR(found);
    return found;
}

/* standing(strings, text): where each of some strings stands, as (place, which), in order. */
static PyObject *
standing(PyObject *module, PyObject *const *args, Py_ssize_t given)
{
    if (given != 2 || !PyTuple_CheckExact(args[0]) || !PyUnicode_Check(args[1]))
        return PyErr_SetString(PyExc_TypeError, "standing() takes a tuple of strings and a text"), NULL;
    const Strings *strings = strings_of(args[0]);
    if (strings == NULL)
        return PyErr_Occurred() ? NULL : one_by_one(args[0], args[1]);
    PyObject *found = PyList_New(0);
    int kind = PyUnicode_KIND(args[1]);
    const void *text = PyUnicode_DATA(args[1]);
    Py_ssize_t stop = PyUnicode_GET_LENGTH(args[1]);
    const Paired *pairs = pairs_of(args[1]);
    if (pairs != NULL) {
        for (Py_ssize_t one = 0; found != NULL && one < strings->many; one++)
            for (Py_ssize_t at = -1; found != NULL && (at = placed(strings, one, pairs, at + 1, stop)) >= 0;)
                found = with(found, Py_BuildValue("(nn)", at, one));
        if (found != NULL && PyList_GET_SIZE(found) > 1 && PyList_Sort(found) < 0)
            Py_CLEAR(found);
        return found;
    }
    for (Py_ssize_t at = 0; found != NULL && (at = may_stand_from(strings, kind, text, at, stop)) < stop - 1; at++) {
        unsigned pair = pair_of(PyUnicode_READ(kind, text, at), PyUnicode_READ(kind, text, at + 1));
        for (int one = strings->first[pair]; found != NULL && one; one = strings->next[one])
            if (stands(strings->all[one - 1], kind, text, at, stop))
                found = with(found, Py_BuildValue("(ni)", at, one - 1));
    }
    return found;
}
