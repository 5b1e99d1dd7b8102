<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>Announcer</name>
    <message numerus="yes">
        <source>%n cancelled</source>
        <translation>
            <numerusform>%n cancelled</numerusform>
            <numerusform>%n cancelled</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n done</source>
        <translation>
            <numerusform>%n done</numerusform>
            <numerusform>%n done</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n failed</numerusform>
            <numerusform>%n failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n paused</source>
        <translation>
            <numerusform>%n paused</numerusform>
            <numerusform>%n paused</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Deleting</name>
    <message numerus="yes">
        <source>Deleted %n results</source>
        <translation>
            <numerusform>Deleted %n result</numerusform>
            <numerusform>Deleted %n results</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Exporter</name>
    <message numerus="yes">
        <source>Export %n results as {}</source>
        <translation>
            <numerusform>Export %n result as {}</numerusform>
            <numerusform>Export %n results as {}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Exports</name>
    <message numerus="yes">
        <source>Saved %n files in {}</source>
        <translation>
            <numerusform>Saved %n file in {}</numerusform>
            <numerusform>Saved %n files in {}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HistoryPane</name>
    <message numerus="yes">
        <source>the %n newest</source>
        <translation>
            <numerusform>the newest</numerusform>
            <numerusform>the %n newest</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ModelKeeping</name>
    <message numerus="yes">
        <source>%n job(s) that wait need it.</source>
        <translation>
            <numerusform>%n job that waits needs it.</numerusform>
            <numerusform>%n jobs that wait need it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OptionsAsking</name>
    <message numerus="yes">
        <source>%n had begun already: its options stay.</source>
        <translation>
            <numerusform>%n had begun already: its options stay.</numerusform>
            <numerusform>%n had begun already: their options stay.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OptionsDialog</name>
    <message numerus="yes">
        <source>%n videos</source>
        <translation>
            <numerusform>%n video</numerusform>
            <numerusform>%n videos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QueuePane</name>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n waiting</numerusform>
            <numerusform>%n waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>paused, %n waiting</source>
        <translation>
            <numerusform>paused, %n waiting</numerusform>
            <numerusform>paused, %n waiting</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Searching</name>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n found</numerusform>
            <numerusform>%n found</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The first %n found</source>
        <translation>
            <numerusform>The first one found</numerusform>
            <numerusform>The first %n found</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SleepDialog</name>
    <message numerus="yes">
        <source>The computer sleeps in %n seconds.</source>
        <translation>
            <numerusform>The computer sleeps in %n second.</numerusform>
            <numerusform>The computer sleeps in %n seconds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message numerus="yes">
        <source>CPU, %n thread(s)</source>
        <translation>
            <numerusform>CPU, %n thread</numerusform>
            <numerusform>CPU, %n threads</numerusform>
        </translation>
    </message>
</context>
</TS>
