/**
 * Frequent words of company, place, vessel and personal names with their class, 1 the most frequent. Own compilation
 * from general knowledge of how often a word occurs in the names of parties screened worldwide; the spelling is the folded,
 * romanized one. A class here overrides what the importer would work out from its other sources.
 */
export const ownWords = {
  1: `
    company trading international general group limited corporation enterprise enterprises services service industries industry
    industrial holding holdings import export commercial trade co ltd inc corp llc and of the for
  `,
  2: `
    technology technologies engineering development global world worldwide national investment investments management
    shipping marine maritime transport logistics construction electronics electronic electric electrical energy oil gas petroleum
    bank finance financial capital systems system solutions products production manufacturing equipment
    machinery machine factory plant works supply supplies center centre institute university research science scientific
    technical industrie industria commerce business partners associates foundation association organization
    agency office department ministry state public joint stock private united new first star asia asian china chinese
    middle east eastern west western north northern south southern central gulf arab islamic euro europe european america american
    africa african pacific atlantic imports exports exporting importing contracting contractors consulting consultants
    enterprises tech trust fund union federation society club school college hospital medical pharma pharmaceutical
    chemical chemicals steel metal metals mining minerals power water food foods auto automotive motor motors parts tools
    textile textiles garment garments plastic plastics paper printing packaging security defense defence aviation air airlines
    airways aerospace aircraft communication communications telecom telecommunication telecommunications network networks media
    information data software computer computers digital internet online design building materials material cement
    real estate property properties land agriculture agricultural farm fishing fisheries fishery freight cargo forwarding
    express line lines travel tourism tour tours hotel hotels restaurant market markets store stores shop
    sociedad societe anonima compania comercial empresa empresas grupo servicios industrial ltda gmbh
    obshchestvo kompaniya torgovy dom zavod predpriyatie nauchno proizvodstvennoe obedinenie institut tsentr gruppa
    sherkat sharikat muassasa tijara sanaye sanat bazargani gostar pars iran sazeh tadbir
    gongsi youxian jituan keji maoyi guoji shiye dianzi jishu shebei fazhan gufen jinchukou
  `,
  3: `
    russia russian korea korean iranian syria syrian iraq iraqi turkey turkish india indian pakistan pakistani japan japanese
    germany german france french british britain english england italy italian spain spanish swiss switzerland dutch netherlands
    holland belgium canada canadian australia australian brazil mexico israel israeli egypt egyptian saudi arabia arabian emirates
    dubai abu dhabi qatar kuwait bahrain oman yemen jordan lebanon lebanese afghanistan afghan ukraine ukrainian belarus kazakhstan
    vietnam thailand thai indonesia malaysia malaysian singapore philippines taiwan myanmar burma cambodia laos
    libya sudan somalia nigeria kenya ethiopia congo zimbabwe cuba venezuela nicaragua usa uk uae eu dprk
    moscow tehran beijing shanghai shenzhen guangzhou hong kong pyongyang damascus baghdad istanbul london york
    hongkong peking san santa saint grand great golden gold royal king queen prince princess sea ocean sun sky blue red green white
    black silver diamond star dragon tiger eagle lion pearl crystal rainbow victory unity peace hope lucky fortune
    power super best top prime premier elite universal modern advanced innovation innovative creative smart future
    sons brothers family house home life health care green eco sky delta alpha omega beta sigma gamma max plus pro net
    mohammed muhammad mohamed mohammad mohamad muhamad muhammed mohd ahmed ahmad ali abdul abdel abd allah
    hassan hasan hussein hussain husain hossein husayn hosein abdullah abdallah khan kim li wang zhang lee singh
    chen liu maria jose nguyen kumar al abu ibn bin islam el la de
    republic democratic people peoples islamic revolutionary guard guards corps force forces army military navy naval council
    committee party movement front brigade brigades command headquarters organisation
    special economic zone free port harbor terminal yard ship ships vessel tanker carrier bulk container
    shahid imam sheikh sayyid haji hajji mullah mawlawi
  `,
  4: `
    yang huang zhao wu zhou xu sun ma zhu hu guo he lin gao luo zheng liang xie tang xu han cao deng xiao feng cheng cai peng pan
    yuan dong yu su ye lu jiang cui lai fang ren shi yao wei wong chan cheung lam ng tan lim ong chua goh teo koh ho ha chang yeung
    park pak choi choe jung jong chung cho jo kang gang yoon yun jang lim im han oh o seo shin kwon hwang ahn song ryu yoo hong jeon
    son ri rhee yi no chol yong song hyok myong gwang kwang sung jin jun min hyun young jae hee suk chun nam il kyong un su hui
    omar umar ibrahim ismail yusuf youssef yousef khalid khaled hamid mahmoud mahmud mustafa mostafa said saeed salem salim
    saleh salah karim rashid abdulrahman abdelrahman rahman rahim aziz abdulaziz hamza osman othman usman bilal ahmadi mohammadi
    hosseini rezaei karimi moradi jafari hashemi mousavi reza mehdi mahdi majid hamed amir javad akbar hasani
    fatima fatemeh zahra mariam maryam aisha zainab khadija sharif malik shah haidar abbas jafar sadiq iqbal akhtar begum bibi
    ivanov ivanova petrov petrova smirnov kuznetsov popov vasiliev sokolov mikhailov novikov fedorov morozov volkov alexeev
    lebedev semenov pavlov kozlov stepanov nikolaev orlov andreev makarov nikitin zakharov
    aleksandr alexander sergey sergei vladimir aleksei alexey andrei andrey dmitry dmitri mikhail nikolai nikolay ivan yuri igor
    oleg viktor victor anatoly evgeny yevgeny konstantin pavel vasily boris maxim maksim roman denis anton vitaly valery
    elena olga natalia irina svetlana tatiana ekaterina anna galina ludmila marina
    aleksandrovich vladimirovich sergeevich nikolaevich ivanovich viktorovich mikhailovich yurievich alekseevich
    anatolyevich anatolievich vasilievich petrovich dmitrievich andreevich pavlovich borisovich valerievich evgenievich
    aleksandrovna vladimirovna sergeevna nikolaevna ivanovna
    yilmaz kaya demir celik sahin yildiz ozturk aydin mehmet mehmed ahmet huseyin hasan ibrahim murat emre fatma ayse
    garcia rodriguez gonzalez hernandez lopez martinez perez sanchez ramirez torres flores rivera gomez diaz cruz reyes morales
    gutierrez ortiz ramos ruiz alvarez mendoza castillo jimenez vargas moreno romero herrera medina aguilar
    juan carlos luis jorge miguel antonio jesus francisco pedro manuel fernando rafael ana rosa carmen
    silva santos oliveira souza sousa pereira costa ferreira rodrigues alves lima gomes ribeiro carvalho joao paulo
    smith john johnson williams brown jones miller davis james robert michael david william mary george thomas joseph
    peter paul daniel mark charles richard jean pierre andre martin
    tran le pham phan vu vo dang bui do ngo duong ly van thi minh thanh duc tuan anh quang hung huong
    sharma patel gupta das ram raj devi lal singh kaur shah reddy rao jain verma yadav mishra pandey chowdhury choudhury
    hossain rahman akter uddin miah sultana
    sari putra nur siti agus wijaya setiawan hidayat kurniawan dewi sri budi
    tanaka suzuki sato takahashi watanabe ito yamamoto nakamura kobayashi
    muller schmidt schneider fischer weber meyer rossi bianchi ferrari russo
    cohen levi levy mizrahi
    berlin paris frankfurt hamburg munich vienna rome milan madrid barcelona brussels geneva zurich amsterdam rotterdam
    mumbai delhi karachi lahore islamabad kabul beirut cairo amman doha jeddah riyadh sharjah ajman manama muscat ankara izmir
    tripoli khartoum aden sanaa basra aleppo isfahan mashhad tabriz shiraz qom karaj kish bandar bushehr
    petersburg minsk kiev kyiv odessa crimea sevastopol vladivostok novosibirsk almaty tashkent baku tbilisi yerevan dushanbe bishkek
    tianjin dalian dandong shenyang qingdao ningbo xiamen nanjing hangzhou suzhou wuhan chengdu chongqing xian harbin macau taipei
    guangdong zhejiang jiangsu shandong liaoning fujian hebei henan hubei hunan sichuan
    seoul busan incheon tokyo osaka nampo wonsan chongjin hamhung rason sinuiju kaesong choson daesong taesong
    hanoi saigon bangkok jakarta kuala lumpur manila yangon
    nairobi lagos johannesburg cape panama marshall liberia malta cyprus greece greek hellas
    los angeles chicago houston miami texas california florida washington
  `,
  5: `
    argentina chile colombia peru ecuador bolivia uruguay paraguay guatemala honduras salvador haiti dominican jamaica trinidad
    barbados bahamas belize costa rica puerto
    portugal portuguese ireland irish scotland scottish wales welsh norway norwegian sweden swedish denmark danish finland finnish
    iceland poland polish czech slovakia slovak slovenia hungary hungarian romania romanian bulgaria bulgarian serbia serbian croatia
    croatian bosnia herzegovina macedonia albania albanian kosovo montenegro moldova lithuania latvia estonia baltic
    georgia georgian armenia armenian azerbaijan azeri uzbekistan uzbek turkmenistan tajikistan kyrgyzstan kyrgyz mongolia mongolian
    tibet nepal bangladesh lanka ceylon bhutan maldives brunei timor papua guinea zealand fiji samoa
    morocco moroccan algeria algerian tunisia tunisian mauritania mali niger chad senegal gambia ghana ivory coast leone togo benin
    cameroon gabon angola zambia malawi mozambique madagascar mauritius seychelles tanzania uganda rwanda burundi eritrea
    djibouti botswana namibia lesotho swaziland palestine palestinian kurdistan kurdish luxembourg liechtenstein monaco andorra
    istanbul trabzon mersin adana gaziantep bursa konya dhaka chittagong colombo kathmandu calcutta kolkata chennai bangalore
    hyderabad pune gujarat punjab kashmir sindh peshawar quetta kandahar herat mazar jalalabad kunduz helmand
    mosul erbil kirkuk najaf karbala fallujah homs hama latakia tartus raqqa idlib daraa deir gaza ramallah jerusalem haifa
    tel aviv mecca medina dammam khobar fujairah ras khaimah salalah hodeidah taiz mukalla benghazi misrata tunis algiers oran
    casablanca rabat tangier alexandria port suez mogadishu hargeisa addis ababa asmara kampala kigali kinshasa goma bukavu
    bamako gao timbuktu dakar accra abidjan lome luanda harare lusaka maputo durban pretoria windhoek
    havana caracas maracaibo bogota medellin cali lima quito guayaquil santiago valparaiso buenos aires montevideo asuncion
    paz paulo rio janeiro brasilia recife porto guadalajara monterrey tijuana sinaloa culiacan juarez managua tegucigalpa
    lisbon valencia seville bilbao marseille lyon toulouse nice bordeaux lille strasbourg turin naples genoa venice florence bologna
    stuttgart dusseldorf cologne bremen hannover leipzig dresden nuremberg basel bern lausanne lugano zug antwerp hague
    copenhagen stockholm oslo helsinki gothenburg bergen tallinn riga vilnius warsaw krakow gdansk prague brno bratislava
    budapest bucharest sofia varna belgrade zagreb sarajevo skopje tirana athens piraeus thessaloniki nicosia limassol valletta
    kharkov kharkiv donetsk luhansk lugansk dnipro lviv mariupol simferopol kerch yalta kherson zaporizhzhia
    gomel brest grodno kazan samara ufa omsk perm rostov volgograd krasnodar voronezh saratov tula tver izhevsk yekaterinburg
    chelyabinsk tomsk irkutsk khabarovsk kaliningrad murmansk arkhangelsk sochi grozny dagestan chechen chechnya tatarstan siberia
    ural urals volga caspian astana samarkand ashgabat
    changsha zhengzhou jinan kunming guiyang nanning fuzhou dongguan foshan zhuhai zhongshan huizhou yantai weihai tangshan
    shijiazhuang taiyuan hefei nanchang lanzhou urumqi xinjiang hainan jilin changchun yanji hunchun heilongjiang anhui jiangxi
    shanxi shaanxi gansu yunnan guangxi guizhou wuxi changzhou wenzhou taizhou yiwu kowloon tsim sha tsui wan chai
    yokohama nagoya kobe kyoto fukuoka hiroshima sapporo niigata daegu daejeon gwangju ulsan kaohsiung taichung hsinchu
    chi danang haiphong phnom penh vientiane mandalay penang johor labuan surabaya bandung medan batam davao cebu
    sydney melbourne brisbane perth auckland wellington toronto montreal vancouver ottawa calgary boston philadelphia detroit
    dallas atlanta seattle francisco diego vegas nevada delaware wyoming jersey virginia carolina ohio michigan illinois
    manchester birmingham liverpool glasgow edinburgh cardiff belfast dublin cork isle guernsey gibraltar
    kingston nassau virgin british cayman islands island bermuda tortola road town belize
    river lake mountain mount hill valley forest garden park tower bridge gate castle palace square street avenue city village
    bay beach coast coastal shore wave sail anchor compass captain navigator voyager explorer pioneer
    hawk falcon horse wolf bear swan phoenix lotus rose flower lily jasmine orchid palm cedar olive apple orange lemon
    morning dawn sunrise sunset moon lunar solar venus mars jupiter saturn neptune orion apollo zeus atlas titan
    glory grace noble brave faith harmony progress success wisdom loyal joy happy dream spirit
    crown imperial regal majestic ace champion master genius wonder miracle
    inter trans tele micro macro nano bio geo petro hydro techno electro agro aero mega multi uni omni
    gaz neft stroi stroy prom tekh tekhno mash metall khim energo spets vostok zapad sever yug rus ros
    kala sanat tejarat pouya novin nasr qods quds sepah sepasad khatam basij shahid zagros alborz sahand damavand
    hua zhong guo da xin tai bao fu jin yuan tong sheng heng hai tian ming long feng rui kang xing shun
    huaxin zhonghua dahua jinda tianma changjiang huanghe
    rungrado ryonbong tangun mirae chilsong moranbong kumgang paektu taedong chollima korea sungri pugang hyoksin
    muslim christian catholic jewish holy sacred charity relief aid humanitarian welfare education educational cultural culture
    liberation freedom democracy justice jihad jaish lashkar harakat ansar hizb hezbollah taliban qaida
    doctor professor mister general colonel major captain commander
    alpha bravo charlie echo hotel india kilo lima oscar papa quebec sierra tango victor whiskey zulu
    mohamud magomed muxammad magomedov mamadou muhammadu mohammadu ahmadou
    tariq tarek walid nasser nasir naser faisal farid fadi samir sami jamal kamal kamel adel adil nabil hadi hani ziad zaid
    yahya yasin yassin yaser yasser zakaria idris ilyas isa issa musa mousa daoud dawood suleiman sulaiman mansour mansur
    masoud masood qasim kassem qader qadir rafiq riyad riad shakir sabri taha talal younis yunus waleed wahid nazir noor nur nour
    anwar asad assad atef ayman bashir badr fouad fuad ghulam gul habib hafiz hakim haq haqqani hisham imad imran jabbar jaber
    jalal jamil latif mubarak mukhtar munir nabi naim najib omer rahmat raza sadeq samad sardar sattar shafiq
    shahin siddiq siddiqui sultan taj tahir tayyib ullah wali wazir yaqub yar zaman zia zubair
    hussaini alavi ebrahimi sadeghi rahimi heidari rostami ghasemi soltani mohseni bagheri ahmadzadeh tavakoli safari
    nazari sharifi zarei amini asadi akbari yousefi abbasi noori nouri heydari mirzaei shirazi tehrani kazemi
    behnam behrouz bahram daryoush farhad fereydoun iraj kamran kaveh kourosh mehrdad mohsen morteza nader parviz
    ramin saman sina siamak sohrab
    abdulla abdoulaye abdulkarim abdulkadir abdelkader abdullahi abdi abubakar aboubacar bakr ousmane moussa mamadou diallo
    traore keita coulibaly diop ndiaye toure camara cisse sow ba diarra kone sissoko okafor adeyemi mensah osei
    ahmadov aliyev mammadov hasanov huseynov guliyev ismayilov karimov rakhimov yusupov
    bondarenko kovalenko shevchenko tkachenko kravchenko oliynyk kovalchuk kovalev boyko melnyk melnik
    volodymyr oleksandr serhiy mykola andriy yuriy dmytro viktoriya natalya yelena yulia
    aleksander andrzej piotr krzysztof stanislaw tomasz jan pawel janusz nowak kowalski
    jovanovic petrovic nikolic markovic popovic dragan zoran milan
    popescu ionescu popa ion vasile gheorghe
    georgios ioannis dimitrios konstantinos nikolaos papadopoulos
  `,
  6: `
    levent kemal cemal orhan osman suleyman yusuf ozkan arslan dogan kilic aslan cetin kara koc kurt ozdemir simsek polat
    erdogan kaplan avci guler korkmaz gunes bulut yavuz aksoy tekin yalcin unal
    arash ardeshir babak bijan dariush ehsan farzad hormoz houshang jahangir jamshid khosrow manouchehr masih
    mehran nima omid payam pouria rasoul rouhollah saeid sajjad shahram siavash vahid yadollah zahedi
    gholam gholamreza alireza mohammadreza hamidreza hosseinzadeh hasanzadeh mohammadzadeh
    abdulghani abdulhadi abdulhakim abdulhamid abdullatif abdulmajid abdulmalik abdulwahab abdulsalam abdurrahman abderrahmane
    abdelaziz abdelhamid abdelkarim abdelmalek abdolreza abdollahi abdollah
    saifuddin salahuddin shamsuddin nuruddin noureddine sirajuddin jalaluddin nizamuddin najmuddin fakhruddin badruddin aminullah
    hamidullah habibullah rahmatullah hayatullah naqibullah nasrullah nasrallah saadullah sanaullah abidullah
    aleksandrov alekseev anisimov antonov afanasiev baranov belov belyaev bogdanov borisov chernov danilov davydov denisov dmitriev
    egorov ershov filippov frolov gavrilov gerasimov grigoriev gusev ilyin isaev kalinin karpov kiselev kolesnikov komarov
    konovalov korolev kovalyov krylov kudryavtsev kulikov lazarev maltsev markov maslov matveev medvedev melnikov mironov
    molchanov nazarov nesterov osipov panov petukhov polyakov ponomarev popova putin romanov ryabov savelyev shcherbakov
    sergeev sidorov simonov sobolev sorokin tarasov tikhonov timofeev titov tsvetkov vinogradov vlasov vorobyov voronov
    yakovlev zaitsev zhukov zhuravlev bykov chistyakov efimov golubev goncharov gorbunov zimin
    aleksandra anastasia daria lyudmila nadezhda nina tamara valentina vera yulia ksenia larisa lidia
    artem artyom bogdan daniil eduard fyodor gennady georgy grigory ilya kirill leonid lev matvey nikita pyotr ruslan
    stanislav stepan timur vadim valentin vasiliy vladislav vyacheslav yaroslav zakhar ramzan rustam rinat rashid
    olegovich igorevich yuryevich gennadievich leonidovich anatolevich grigorievich konstantinovich stanislavovich
    vyacheslavovich vitalievich olegovna yurievna viktorovna mikhailovna anatolyevna petrovna vasilievna borisovna
    jianguo jianhua jianjun weidong guoqiang xiaoming zhiqiang haiyan xiaohong zhigang yong wei min jing lei qiang jun jie juan
    ping gang yan chao ting xia yi hui liang bo bin bing kai hao zhi jian yun zhen lian guang shan cong qing mei ling hong
    xiang ning yue long hai dan zhong ping ying xue rong fen fei qi qin lan feng shu zhang ke
    chow chin kwan kwok leung lau lui mak mok poon siu tse tsang tsui yip yuen fung lo hui kwong shum chiu chu hsu hsieh tsai
    myung kyung hyung sang seung woo jung joon kyu tae dong chang chul hyo yeon ji hye eun soo mi jin sook ja ok wan won hak
    man pong ryong chun hun gil guk hyon kum pyo myong nam
    wahyu ade dwi eka yanti wati susanto santoso gunawan halim hartono saputra lestari rahayu utami pratama nugroho siregar
    nasution simanjuntak hutagalung lubis
    trung hoang huynh ngoc hai lan linh mai nam phuong son thao trang truong dinh khanh khoa long quoc
    fernandes martins lopes barbosa soares vieira almeida nunes mendes freitas teixeira moreira cardoso correia araujo
    castro suarez vazquez delgado navarro munoz ortega guerrero rojas salazar mendez contreras soto nunez acosta molina
    cabrera espinoza pena rios vega leon campos fuentes
    alejandro alberto andres angel arturo cesar diego eduardo enrique ernesto felipe gabriel guillermo hector hugo javier
    joaquin julio mario oscar pablo ramon raul ricardo roberto rodrigo ruben sergio victor
    francesco giuseppe giovanni marco luca andrea stefano paolo mario luigi salvatore vincenzo
    francois jacques michel philippe bernard alain laurent nicolas olivier christophe marie
    hans klaus wolfgang stefan jurgen dieter karl heinz ernst helmut
    moshe shlomo yosef yitzhak avraham yaakov haim eli david goldberg friedman katz
    arjun amit ashok anil arun ajay deepak dinesh gopal hari krishna mahesh manoj mohan mukesh nair naidu narayan
    prakash pradeep prasad rajesh rakesh ramesh ravi sanjay santosh satish shankar sunil suresh suri vijay vinod
    agarwal aggarwal bhatt chauhan choudhary iyer joshi kapoor khanna malhotra mehta menon mukherjee nath pillai saxena
    sen seth shetty sinha srivastava thakur tiwari trivedi varma banerjee chatterjee bose dutta ghosh roy paul
    perera fernando silva bandara dissanayake
    yamada sasaki yamaguchi matsumoto inoue kimura hayashi shimizu saito kato yoshida hiroshi takashi kenji akira
    a ai an ang ao ba bai ban bang bao bei ben beng bi bian biao bie bu ca can cang ce cen ceng cha chai chang
    che chi chong chou chuai chuan chuang chui cuan cui cun cuo dai dang dao de dei deng di die diu dou du duan
    dui dun duo e en er fa fan fo fou gai gan ge gei gen geng gong gou gu gua guai guan gui gun ha hang hei hen
    hou huai huan huo jia jiao jiong jiu ju jue ka kan kao ken keng kou ku kua kuai kuan kuang kui kun kuo la
    lang lao lia liao lie liu lou luan lun lv mang mao men meng mian miao mie miu mo mou mu na nai nao nei nen
    neng ni nian niang niao nie niu nong nou nu nuan nuo nv ou pa pai pang pao pei pen pi pian piao pie po pou
    pu qia qian qiao qie qiong qiu qu quan que qun ran rang rao re reng ri rou ru ruan ruo sa sai sang sao se
    seng sha shai shang shao she shen shou shua shuai shuan shuang shui shuo si sou suan sui sun suo ta tao te
    teng ti tiao tie tou tu tuan tui tun tuo wa wai wang weng wo xi xian xiu xu xuan xun ya yang ye yin you yuan
    yun za zai zan zang ze zei zen zeng zha zhai zhan zhang zhao zhe zhou zhua zhuai zhuan zhuang zhui zhun zhuo
    zi zong zou zu zuan zui zun zuo chia chiang chiao chieh chien chih ching chiu chueh erh hsi hsia hsiang
    hsiao hsien hsin hsing hsiu hsuan hsueh jui jung ko kuei lieh lueh szu tien ting tse tsung tzu yueh yung bae
    baek bong byung chae chon do eui ga geun gi gyu gyeong hae haeng heon heung ho hoe hoon il in jeong je jo
    jun kab ki kuk min mok moo mun myeong o oh ok pil pom pyo ra rae rak rim ro rok rye ryol ryu sam seok seol
    seong sik sin sok sol song sop taek tok u ui wi wol wook yeol yo yol yop yu yuk anh bach bich binh chau
    cuong diem dung giang gia hanh hiep hieu hoa hoai hue hung huu khai kieu kim lam loan loc luong my nga ngan
    nghia nhan nhat nhi nhu nhung oanh phat phong phuc phuoc quy quyen quynh tai tam tan thai thang thien thinh
    tho thu thuan thuy tin toan trinh tri truc tung tuyet uyen viet vinh yen bob bill tom jim joe mike steve
    dave nick alex sasha dima misha tony dan ron jack harry fred max leo andy chris rob ray pepe paco juan jose
    kate liz lisa ann ellen susan jane alice helen lucy
  `,
}
